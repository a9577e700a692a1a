/** The version of a package that dpkg's status file says is installed; null: it is not. */
export function installedVersion(status: string, name: string): string | null {
  const paragraph = status.split(/\n\n+/).find((one) => fieldOf(one, 'Package') === name);
  if (paragraph === undefined || fieldOf(paragraph, 'Status') !== 'install ok installed')
    return null;
  return fieldOf(paragraph, 'Version');
}

function fieldOf(paragraph: string, field: string): string | null {
  const line = paragraph.split('\n').find((one) => one.startsWith(`${field}: `));
  return line?.slice(field.length + 2).trim() ?? null;
}
