@echo off
rem Opens Yaodian on Windows 10 and 11, as "make run" does elsewhere; all messages are ASCII.
setlocal disabledelayedexpansion
set "PYTHONUTF8=1"
set "own=%~dp0.venv\Scripts"
if exist "%own%\yaodian.exe" goto run
rem No path stands behind "call": it would read a per cent sign in the folder's name once more.
set "found=%YAODIAN_PYTHON%"
call :try
if not errorlevel 1 goto make
set "found=%~dp0python\python.exe"
call :try
if not errorlevel 1 goto make
set "found=py.exe"
call :try
if not errorlevel 1 goto make
set "found=python.exe"
call :try
if not errorlevel 1 goto make
echo Yaodian needs Python 3.10 or newer. Install it, or put it into the folder "python" beside this file. 1>&2
echo The embeddable Python cannot make an environment: for it take the one file (make stick). 1>&2
exit /b 1

:make
"%found%" -m venv "%~dp0.venv" || goto failed
"%own%\python.exe" -m pip install --quiet --constraint "%~dp0.ci\constraints.txt" --editable "%~dp0." || goto failed
:run
"%own%\yaodian.exe" %*
exit /b %errorlevel%

:try
if not defined found exit /b 1
"%found%" -c "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 10))" >nul 2>nul
if not %errorlevel% == 0 exit /b 1
exit /b 0

:failed
echo Yaodian could not be set up in .venv; the reason stands above. 1>&2
exit /b 1
