"""The people of a group: lists read in and written out, name cards, and who has been silent."""

from __future__ import annotations

from moderator_app.session.people.desk import PeopleDesk

__all__ = ["PeopleDesk"]
