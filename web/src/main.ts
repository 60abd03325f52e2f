import { mount } from 'svelte';
import './styles/carbon.css';
import './styles/page.css';
import App from './app.svelte';

const target = document.getElementById('page');
const config: { isSample?: boolean } = await fetch('/config.json')
  .then((response) => response.json())
  .catch(() => ({}));
if (target) mount(App, { target, props: { isSample: config.isSample === true } });
