@echo off
rem Opens Yaodian on Windows 10 and 11, as "make run" does elsewhere; all messages are ASCII.
setlocal
set "here=%~dp0"
set "own=%here%.venv\Scripts"
set "PYTHONUTF8=1"
if exist "%own%\yaodian.exe" goto run
set "python="
for %%p in ("%YAODIAN_PYTHON%" "%here%python\python.exe" "py.exe" "python.exe") do call :try %%p
if not defined python goto missing
"%python%" -m venv "%here%.venv" || goto failed
"%own%\python.exe" -m pip install --quiet --constraint "%here%.ci\constraints.txt" --editable "%here%." || goto failed
:run
"%own%\yaodian.exe" %*
exit /b %errorlevel%

:try
if defined python exit /b 0
if "%~1"=="" exit /b 0
"%~1" -c "import sys; sys.exit(sys.version_info < (3, 10))" >nul 2>nul && set "python=%~1"
exit /b 0

:missing
echo Yaodian needs Python 3.10 or newer. Install it, or put it into the folder "python" beside this file. 1>&2
exit /b 1

:failed
echo Yaodian could not be set up in .venv; the reason stands above. 1>&2
exit /b 1
