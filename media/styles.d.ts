/** esbuild gathers the imported style sheets into `panel.css`. */
declare module '*.css' {}
