import { existsSync } from 'node:fs';
import path from 'node:path';
import { API, type Project } from 'typescript/unstable/sync';
import { type Node, type SourceFile, SyntaxKind } from 'typescript/unstable/ast';

export { type Node, type SourceFile, SyntaxKind };

export interface OwnFile {
  readonly file: SourceFile;
  readonly project: Project;
  /** Path from the root, with slashes. */
  readonly name: string;
}

/** The own source files of the given tsconfigs, each once, with the project that knows its types. */
export function withOwnFiles<T>(root: string, configs: readonly string[], visit: (files: readonly OwnFile[]) => T): T {
  const api = new API({ cwd: root });
  try {
    const openProjects = configs.map((one) => path.join(root, one)).filter((file) => existsSync(file));
    const snapshot = api.updateSnapshot({ openProjects });
    const seen = new Map<string, OwnFile>();
    for (const project of snapshot.getProjects()) {
      for (const fileName of project.rootFiles) {
        const file = seen.has(fileName) ? undefined : project.program.getSourceFile(fileName);
        if (file === undefined || file.isDeclarationFile) continue;
        seen.set(fileName, { file, project, name: path.relative(root, fileName).split(path.sep).join('/') });
      }
    }
    return visit([...seen.values()]);
  } finally {
    api.close();
  }
}

/** Calls `visit` for `node` and everything in it. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  node.forEachChild((child) => {
    walk(child, visit);
    return undefined;
  });
}

/** `file:line` of a node. */
export function place(own: OwnFile, node: Node): string {
  const before = own.file.text.slice(0, node.getStart(own.file));
  return `${own.name}:${before.split('\n').length}`;
}
