// @vitest-environment jsdom
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DatesProvider } from "@/components/dates/dates-context";
import { DeskAround } from "@/components/drafts/desk-around.testing";
import { ok } from "@/lib/result";
import { DateSettingsForm } from "./date-settings-form";

let root: Root;
let page: HTMLElement;
beforeEach(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  page = document.body.appendChild(document.createElement("main"));
  root = createRoot(page);
});
afterEach(() => {
  act(() => root.unmount());
  page.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const style = { language: "de", timeZone: "Europe/Berlin" };

test.each([
  ["a language", "fr", "30 novembre 2026"],
  ["the name that Chrome gives to no locale, which is no language tag", "en-US@posix", "30. November 2026"],
])("the example follows the browser: %s", async (_, language, example) => {
  vi.spyOn(navigator, "language", "get").mockReturnValue(language);
  await act(async () =>
    root.render(
      <DeskAround>
        <DatesProvider
          style={style}
          renderedAt="2026-11-30T10:00:00Z"
          followsZone={false}
          recordZone={async () => {}}
        >
          <DateSettingsForm
            stored={{ language: null, timeZone: null }}
            current={style}
            save={async (dates) => ok(dates)}
          />
        </DatesProvider>
      </DeskAround>,
    ),
  );
  expect(page.textContent).toContain(example);
});
