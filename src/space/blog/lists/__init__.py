"""Lists of stories: what somebody asks for, which stories these are, and by what they are narrowed."""
