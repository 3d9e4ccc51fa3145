/** esbuild bundles the imported style sheets into `panel.css`. */
declare module '*.css' {}
