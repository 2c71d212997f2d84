/** From this distance to an edge, in pixels, a drag scrolls. */
const EDGE = 64;
/** Pixels in one frame at the edge itself. */
const FASTEST = 18;

/**
 * How far to scroll in this frame while something is dragged near an edge: faster the nearer it is.
 * @param position of the pointer on one axis, in pixels from the start of the box
 * @param length of the box on this axis, in pixels
 * @returns pixels; negative towards the start, 0 away from both edges
 */
export function edgeScroll(position: number, length: number): number {
  const speed = (distance: number) =>
    distance < EDGE ? Math.ceil(FASTEST * (1 - Math.max(distance, 0) / EDGE)) : 0;
  return speed(length - position) - speed(position);
}
