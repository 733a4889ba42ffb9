// Starts the play page.
import { mount } from 'svelte';
import '../src/styles/tokens.css';
import '../src/styles/base.css';

import Page from './Page.svelte';

mount(Page, { target: document.body });
