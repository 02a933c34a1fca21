/** The wall is drawn at this size and scaled whole; other shapes get margins. */
export const WALL_PX = { width: 1920, height: 1080 } as const;

/** How much to scale the wall, and where its corner stands, in a window of this size. */
export function wallScale(
  width: number,
  height: number,
): { readonly scale: number; readonly left: number; readonly top: number } {
  const scale = Math.min(width / WALL_PX.width, height / WALL_PX.height);
  return { scale, left: (width - WALL_PX.width * scale) / 2, top: (height - WALL_PX.height * scale) / 2 };
}
