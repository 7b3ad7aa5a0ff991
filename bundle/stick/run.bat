@echo off
rem Starts Yaodian from the stick: run.bat [list or notice]; run.bat --which tells which Python it takes. All ASCII.
setlocal disabledelayedexpansion
set "PYTHONUTF8=1"
rem No path stands behind "call" or "for": they would read a per cent sign in the folder's name once more.
set "FOUND=%~dp0python\windows-x64\python.exe"
call :try
if not errorlevel 1 goto found
set "FOUND=py.exe"
call :try
if not errorlevel 1 goto found
set "FOUND=python.exe"
call :try
if not errorlevel 1 goto found
echo Yaodian needs Python 3.10 or newer: put one into python\windows-x64 beside this file, see the text beside it. 1>&2
exit /b 1

:found
if "%~1"=="--which" goto which
"%FOUND%" -I -X utf8 "%~dp0start.py" %*
exit /b %ERRORLEVEL%

:which
"%FOUND%" -I -X utf8 -c "import sys; print(sys.executable)"
exit /b %ERRORLEVEL%

:try
"%FOUND%" -I -c "import sys; sys.exit(sys.version_info < (3, 10))" >nul 2>nul
if not %ERRORLEVEL% == 0 exit /b 1
exit /b 0
