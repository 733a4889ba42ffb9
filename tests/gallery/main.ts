// Shows one page's stage with one fixture, without a server: /index.html?page=play&fixture=open&theme=dark; else a list.
/// <reference types="vite/client" />
import { mount } from 'svelte';
import type { Component } from 'svelte';
import '../../client/src/styles/tokens.css';
import '../../client/src/styles/base.css';

type Props = Record<string, unknown>;
const stages = import.meta.glob<{ default: Component<Props> }>('../../client/*/Stage.svelte');
const fixtures = import.meta.glob<{ fixtures: Record<string, Props> }>('./fixtures/*.ts');

const list = (page: string, names: string[]) => {
  document.body.append(
    ...names.map((name) => {
      const link = document.createElement('a');
      link.href = `?page=${page}&fixture=${name}`;
      link.textContent = `${page}: ${name}`;
      link.style.display = 'block';
      return link;
    }),
  );
};

const asked = new URL(location.href).searchParams;
const page = asked.get('page') ?? 'play';
const theme = asked.get('theme') ?? (page === 'screen' ? 'dark' : null);
if (theme) document.documentElement.dataset['theme'] = theme;
if (page !== 'play') await import('../../client/src/styles/display.css');

const all = (await fixtures[`./fixtures/${page}.ts`]?.())?.fixtures ?? {};
const props = all[asked.get('fixture') ?? ''];
const stage = await stages[`../../client/${page}/Stage.svelte`]?.();
if (props && stage) mount(stage.default, { target: document.body, props });
else list(page, Object.keys(all));
document.documentElement.dataset['names'] = Object.keys(all).join(' ');
