import { buildApp, isBuilt } from "../steps/build-app";

/**
 * Builds the application, unless its build is up to date with the sources.
 * @returns the folder of the build, inside the checkout
 */
export async function buildForTests(): Promise<string> {
  // A build of its own, so that a server that runs from this checkout keeps the files it serves.
  const distDir = [".next", ".next-test"].find(isBuilt) ?? ".next-test";
  // The stage of types checks them.
  if (!isBuilt(distDir)) await buildApp(distDir, { checkTypes: false, background: true });
  return distDir;
}
