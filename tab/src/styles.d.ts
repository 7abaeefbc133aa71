/** Vite takes style sheets and workers as imports; the compiler need not look inside. */
declare module '*.css';
declare module '*?worker' {
  const Made: new () => Worker;
  export default Made;
}
