// @vitest-environment jsdom
import { act } from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { UntilReady } from "./until-ready";

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

it("takes no input as the server renders it, and takes it once scripts have loaded", () => {
  const page = (
    <UntilReady>
      <input />
    </UntilReady>
  );
  const container = document.createElement("div");
  document.body.append(container);
  container.innerHTML = renderToString(page);
  const isDisabled = () => container.querySelector("input")?.matches(":disabled");
  expect(isDisabled()).toBe(true);
  let root: Root | undefined;
  act(() => {
    root = hydrateRoot(container, page);
  });
  expect(isDisabled()).toBe(false);
  act(() => root?.unmount());
  container.remove();
});
