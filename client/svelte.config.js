// Read by the editor, svelte-check and the Vite plugin alike: runes everywhere, styles in files of their own.
export default { compilerOptions: { runes: true } };
