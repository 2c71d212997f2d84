// @vitest-environment jsdom
import { act } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RelativeTime } from "@/components/ui/relative-time";
import { DatesProvider, useDates } from "./dates-context";

const AT = "2026-03-28T23:30:00.000Z";
let host: HTMLElement;
let unmount: (() => void) | null = null;

beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.useFakeTimers({ now: Date.parse(AT) + 3 * 60_000 });
  host = document.createElement("div");
});
afterEach(() => {
  act(() => unmount?.());
  unmount = null;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function Shown() {
  const dates = useDates();
  return (
    <p>
      {dates.instant(AT)} <RelativeTime at={AT} />
    </p>
  );
}

const page = (
  timeZone: string,
  followsZone: boolean,
  recordZone = async (_: string): Promise<void> => {},
) => (
  <DatesProvider
    style={{ language: "en", timeZone }}
    renderedAt={new Date(Date.parse(AT) + 3 * 60_000).toISOString()}
    followsZone={followsZone}
    recordZone={recordZone}
  >
    <Shown />
  </DatesProvider>
);

test("the browser shows what the server rendered, in the person's time zone", async () => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const rendered = renderToString(page("Asia/Kolkata", false));
  host.innerHTML = rendered;
  expect(host.textContent).toBe("29 March 2026 at 05:00 GMT+5:30 3 minutes ago");
  expect(host.querySelector("time")?.title).toBe("29 March 2026 at 05:00 GMT+5:30");
  await act(async () => {
    const root = hydrateRoot(host, page("Asia/Kolkata", false));
    unmount = () => root.unmount();
  });
  expect(host.textContent).toBe("29 March 2026 at 05:00 GMT+5:30 3 minutes ago");
  expect(errors).not.toHaveBeenCalled();
  errors.mockRestore();
});

test.each<[string, boolean, string[]]>([
  ["is recorded where none was chosen", true, [Intl.DateTimeFormat().resolvedOptions().timeZone]],
  ["changes nothing where another was chosen", false, []],
])("the time zone of the browser %s", async (_, followsZone, expected) => {
  const recorded: string[] = [];
  const record = async (zone: string) => {
    recorded.push(zone);
  };
  await act(async () => {
    const root = createRoot(host);
    unmount = () => root.unmount();
    root.render(page("Pacific/Apia", followsZone, record));
  });
  expect(recorded).toEqual(expected);
  expect(host.textContent?.includes("12:30 GMT+13")).toBe(!followsZone);
});
