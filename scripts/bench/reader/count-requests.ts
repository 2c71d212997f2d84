import { Agent, get } from "node:http";

const CONNECTIONS = 32;

/** How many requests a second a server answers, from 32 connections that stay open. */
export async function countRequests(url: string, milliseconds: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const end = performance.now() + milliseconds;
  let answered = 0;
  const ask = () =>
    new Promise<void>((resolve, reject) => {
      get(url, { agent, headers: { "accept-encoding": "br" } }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
        response.resume();
        response.once("end", () => {
          answered++;
          resolve();
        });
      }).once("error", reject);
    });
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < end) await ask();
    }),
  );
  agent.destroy();
  return answered / ((performance.now() - startedAt) / 1000);
}
