from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Names that carry the content's hash, so that browsers keep files for ever.

    Without a manifest (tests, a checkout that was never built) the plain names are used.
    """

    manifest_strict = False
