import { mount } from 'svelte';
import './styles/carbon.css';
import App from './app.svelte';

const target = document.getElementById('page');
if (target) mount(App, { target });
