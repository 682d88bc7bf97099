"""One seam for each service of the operating system; nothing of ours is imported here.

hotkey             choose(setting, pressed).register("Ctrl+Alt+M") -> Trouble | None
clipboard          Clipboard().read() / .write(text, done) / .restore(before, written, done)
command_clipboard  copy(text): the command line's way, without a window
instance_server    SingleInstance(data_dir, handler).start() -> Trouble | None
single_instance    ask(data_dir, payload) -> answer | None, without Qt
autostart          autostart().enabled() / .set_enabled(True) -> Trouble | None
foreground         foreground().remember() / .give_back() / .take(win_id)
screen             trouble() -> Trouble | None, before the QApplication is made
trouble            Trouble(code, values), and CODES: all of them
"""
