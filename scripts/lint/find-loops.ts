/** A graph: from each node to those that it points to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The loops of a graph, each as the nodes that can all reach each other: its strongly connected components of more than one node (Tarjan,
 * "Depth-first search and linear graph algorithms", 1972).
 */
export function findLoops(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const onPath = new Set<string>();
  const loops: string[][] = [];
  const visit = (node: string): void => {
    const index = order.size;
    order.set(node, index);
    lowest.set(node, index);
    path.push(node);
    onPath.add(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      else if (!onPath.has(next)) continue;
      lowest.set(node, Math.min(lowest.get(node) ?? index, lowest.get(next) ?? index));
    }
    if (lowest.get(node) !== index) return;
    const loop = path.splice(path.indexOf(node));
    for (const each of loop) onPath.delete(each);
    if (loop.length > 1) loops.push(loop.sort());
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return loops;
}
