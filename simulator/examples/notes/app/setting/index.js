/** Keeps a list of notes, to which a text field adds one. */
AppSettingsPage({
  build({ settingsStorage }) {
    const notes = JSON.parse(settingsStorage.getItem('notes') || '[]');
    return View({}, [
      ...notes.map((note) => Text({}, note)),
      TextInput({
        label: 'New note',
        onChange: (text) => settingsStorage.setItem('notes', JSON.stringify([...notes, text])),
      }),
    ]);
  },
});
