"""群管助手: a desktop assistant for people who moderate WeChat groups."""

__version__ = "0.3.0"
