/** A file as it is to stand in a container: an absolute path and its whole text. */
export interface RenderedFile {
  readonly path: string;
  readonly text: string;
}
