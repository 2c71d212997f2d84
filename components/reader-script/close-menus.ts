/** Escape closes an open menu, `<details data-menu>`, and moves the focus back to what opened it. */
export function closeMenusByEscape(): void {
  document.addEventListener("keydown", ({ key, target }) => {
    const menu =
      key === "Escape" ? (target as Element).closest<HTMLDetailsElement>("[data-menu][open]") : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary")?.focus();
  });
}
