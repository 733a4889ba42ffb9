// Starts the screen page.
import { mount } from 'svelte';
import '../src/styles/tokens.css';
import '../src/styles/base.css';
import '../src/styles/display.css';
import Page from './Page.svelte';

// Type this large would jump if its face came later; without the face the page goes on in the system's.
await document.fonts.load('700 1rem "Archivo Variable"').catch(() => []);
mount(Page, { target: document.body });
