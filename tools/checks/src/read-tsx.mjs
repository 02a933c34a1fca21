// Loaded before dependency-cruiser: it asks @swc/core for TypeScript alone and so cannot read a .tsx file.
import swc from '@swc/core';

const parse = swc.parseFileSync;

Object.assign(swc, {
  /**
   * @param {string} file
   * @param {import('@swc/core').ParseOptions} options
   */
  parseFileSync: (file, options) => parse(file, { ...options, syntax: 'typescript', tsx: file.endsWith('.tsx') }),
});
