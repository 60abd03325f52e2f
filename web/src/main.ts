import { mount } from 'svelte';
import './styles/carbon.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/sign-in.css';
import './styles/document.css';
import './styles/clerk.css';
import './styles/forms.css';
import './styles/narrow.css';
import './styles/print.css';
import { cameBack } from './api/code-flow.ts';
import { readConfig } from './api/page-config.ts';
import App from './app.svelte';

const target = document.getElementById('page');
const config = await readConfig();
const returned = config.signIn === 'code' ? cameBack(location.search) : null;
// A code is used once, and belongs neither in the address bar nor in the history.
if (returned) history.replaceState(null, '', returned.kind === 'code' ? returned.returnTo : '/');
if (target) mount(App, { target, props: { config, returned } });
