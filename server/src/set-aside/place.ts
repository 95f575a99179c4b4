/**
 * What the sidecar is called.
 */
export const SIDECAR_FOLDER = '.alongside';
export const SIDECAR_FILE = `${SIDECAR_FOLDER}/set-aside.yml`;
