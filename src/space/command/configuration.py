"""What PostgreSQL is told about memory, safety and its log."""

# For two to four cores beside a web server. A file `local.conf` in the data folder of PostgreSQL
# has the last word.
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "160MB",
    "effective_cache_size": "1GB",
    "work_mem": "8MB",
    "maintenance_work_mem": "128MB",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_worker_processes": "4",
    "max_parallel_workers_per_gather": "0",
    "max_parallel_maintenance_workers": "0",
    "max_wal_senders": "0",
    "wal_level": "minimal",
    "wal_compression": "on",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "autovacuum_naptime": "30s",
    "log_timezone": "UTC",
    "timezone": "UTC",
    # What people write stays out of the log, also when a statement fails.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}

# Quick and careless, for tests: what is written would not survive a crash of the machine.
CARELESS = {
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "shared_buffers": "128MB",
}


def configuration(durable: bool) -> str:
    wanted = SETTINGS if durable else SETTINGS | CARELESS
    return "".join(f"{name} = '{value}'\n" for name, value in wanted.items())
