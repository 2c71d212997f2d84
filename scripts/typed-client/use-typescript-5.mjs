import { registerHooks } from "node:module";

// The generator needs the JavaScript interface of TypeScript, which version 7 no longer has. Others run it with TypeScript 5.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "typescript"
      ? { url: new URL("./typescript-5.mjs", import.meta.url).href, format: "module", shortCircuit: true }
      : next(specifier, context),
});
