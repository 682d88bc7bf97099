"""The free group that members are moved to: the linked one, or one found or made when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from moderator_app.core.roster.group import Group
from moderator_app.core.wording import Reason, Wording
from moderator_app.session.actions import Action
from moderator_app.session.desk import Desk
from moderator_app.session.edits import GROUP, Edits, group_text
from moderator_app.session.fields import free_id


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeGroup:
    """The `group` that members of `home` are moved to; not yet `linked`, or not even there while `made`."""

    home: Group
    group: Group
    linked: bool = True
    made: bool = False

    @property
    def told(self) -> Reason:
        """What happened to the groups when the first member was moved."""
        return Reason("free-group.made" if self.made else "free-group.linked", self._titles())

    @property
    def ahead(self) -> Reason | None:
        """What will happen to the groups with the first member who is moved; None where nothing will."""
        if self.linked:
            return None
        return Reason("free-group.to-make" if self.made else "free-group.to-link", self._titles())

    def _titles(self) -> dict[str, str]:
        home, group = self.home.title, self.group.title
        return {"home": home.zh, "home_en": home.get("en"), "group": group.zh, "group_en": group.get("en")}

    def link(self, action: Action, desk: Desk) -> list[Callable[[], None]]:
        """Make and link it as a part of an action, where that is not so yet; what is to be written for it."""
        if self.linked:
            return []
        after, edits = replace(self.home, linked_free_group=self.group.id), Edits(desk)
        changed = [(self.group, "", group_text(self.group))] if self.made else []
        changed.append((after, group_text(self.home), group_text(after)))
        for group, was, now in changed:
            action.change(f"{GROUP}/{group.id}", was, now)
        action.warn(self.told)
        return [edits.writing(f"{GROUP}/{group.id}", now) for group, _, now in reversed(changed)]


def free_group_of(desk: Desk, home: Group) -> FreeGroup | None:
    """Where members of a group are moved to; None where its rulebook names no kind of group for that.

    Without a link it is the one group with that rulebook; with none, or with several, a new one.
    """
    known = desk.groups()
    linked = next((group for group in known if group.id == home.linked_free_group), None)
    if linked is not None:
        return FreeGroup(home=home, group=linked)
    rulebook = desk.process(home.id).move_to
    if not rulebook:
        return None
    fitting = [group for group in known if group.rulebook == rulebook and group.id != home.id]
    if len(fitting) == 1:
        return FreeGroup(home=home, group=fitting[0], linked=False)
    title = desk.library.rulebook(rulebook).title
    if any(group.title.zh == title.zh for group in known):
        en = f"{home.title.get('en')}: {title.get('en')}"
        title = Wording(f"{home.title.zh}的{title.zh}", en)
    fresh = Group(id=free_id(rulebook, {group.id for group in known}), title=title, rulebook=rulebook)
    return FreeGroup(home=home, group=fresh, linked=False, made=True)
