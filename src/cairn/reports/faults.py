"""What can go wrong when a report is asked for."""


class ReportFault(Exception):
    """Something that the person who asked can mend; its text is one whole sentence for them."""
