// Starts the host page.
import { mount } from 'svelte';
import '../src/styles/tokens.css';
import '../src/styles/base.css';
import '../src/styles/display.css';
import Page from './Page.svelte';

mount(Page, { target: document.body });
