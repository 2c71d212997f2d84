import { globSync } from "node:fs";
import { join } from "node:path";
import type { Handler } from "@/lib/api/endpoint";

/**
 * The handlers of a folder of routes, by method and path: `GET /articles/{id}`.
 * @param folder app/api/v1
 */
export async function loadHandlers(folder: string): Promise<Map<string, Handler>> {
  const handlers = new Map<string, Handler>();
  for (const file of globSync("**/route.ts", { cwd: folder })) {
    const path = `/${file.replace(/\/?route\.ts$/, "")}`.replace(/\[+([^\]]+)\]+/g, "{$1}");
    const module = (await import(/* @vite-ignore */ join(folder, file))) as Record<string, Handler>;
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"])
      if (module[method]) handlers.set(`${method} ${path}`, module[method]);
  }
  return handlers;
}
