import { Extension } from "@tiptap/core";
import { goToNextCell, tableEditing } from "@tiptap/pm/tables";

/** Selecting table cells, and moving between them with Tab and Shift+Tab, as in a spreadsheet. */
export const tableKeys = Extension.create({
  name: "tableKeys",
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) => () => {
      const { state, view } = this.editor;
      return goToNextCell(direction)(state, view.dispatch);
    };
    return { Tab: go(1), "Shift-Tab": go(-1) };
  },
});
