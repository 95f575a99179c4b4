/** How the editor looks in the pictures of the documentation: what is not about records is away. It takes none itself. */
export const PICTURED = {
  'breadcrumbs.enabled': false,
  'editor.fontFamily': 'DejaVu Sans',
  'editor.lineNumbers': 'off',
  'editor.minimap.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.stickyScroll.enabled': false,
  'editor.wordWrap': 'on',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
};
