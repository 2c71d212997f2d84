import type { Browser, Page } from "@playwright/test";

export interface PageLoad {
  /** Largest contentful paint, in milliseconds. */
  lcp: number;
  /** Cumulative layout shift. */
  shift: number;
  /** Bytes on the wire. */
  total: number;
  script: number;
  fonts: number;
}

/** A phone of the lower middle: the processor at a quarter, 1.6 Mbit/s and 150 ms to the server. */
const SLOWDOWN = 4;
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (0.75 * 1024 * 1024) / 8,
};

async function openPhone(browser: Browser, { isSlow = true } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  if (isSlow) {
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", NETWORK);
  }
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  return page;
}

/** Loads a page on a slow phone, in a browser that has nothing of it. */
export async function loadPage(browser: Browser, url: string): Promise<PageLoad> {
  const page = await openPhone(browser);
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  const types = new Map<string, string>();
  const bytes = { total: 0, script: 0, fonts: 0 };
  session.on("Network.responseReceived", ({ requestId, type }) => types.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    bytes.total += encodedDataLength;
    if (types.get(requestId) === "Script") bytes.script += encodedDataLength;
    if (types.get(requestId) === "Font") bytes.fonts += encodedDataLength;
  });
  await page.addInitScript(() => {
    const seen = { lcp: 0, shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.lcp = entry.startTime;
    }).observe({ type: "largest-contentful-paint", buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const seen = await page.evaluate(
    () => (globalThis as unknown as { seen: { lcp: number; shift: number } }).seen,
  );
  await page.context().close();
  return { ...seen, ...bytes };
}

/** Milliseconds from an input to the next frame, on a slow phone: opening the card of a claim, and filtering. */
export async function measureInputs(
  browser: Browser,
  url: string,
): Promise<{ card: number; filter: number }> {
  const page = await openPhone(browser, { isSlow: false });
  await page.goto(url);
  const card = await page.evaluate(toNextFrame, { selector: "#mark-250", property: null });
  const filter = await page.evaluate(toNextFrame, {
    selector: 'claim-tools input[name="rating"][value="false"]',
    property: "checked",
  });
  await page.context().close();
  return { card, filter };
}

/** Clicks an element, or checks it, and waits until the next frame is drawn. */
function toNextFrame({ selector, property }: { selector: string; property: string | null }): Promise<number> {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  if (property === null) element.scrollIntoView({ block: "center" });
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      setTimeout(() => {
        const startedAt = performance.now();
        if (property === null)
          element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 }));
        else {
          Object.assign(element, { [property]: true });
          element.dispatchEvent(new Event("change", { bubbles: true }));
        }
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - startedAt), 0));
      }, 50),
    );
  });
}
