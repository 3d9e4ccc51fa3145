# expected: clean
# found: clean
# %%
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LinearRegression
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import r2_score, accuracy_score
# %%
red = pd.read_csv('students.csv')
red['sex'] = red['sex'].map({'F': 0, 'M': 1})
red['passed'] = red['G3'].apply(lambda g: 1 if g >= 10 else 0)
# %% [markdown]
# ## Part 1 : salaries regression dataset
# %%
sal = pd.read_csv('Salary_Data.csv')
Xa = sal.iloc[:, :-1].values
ya = sal.iloc[:, 1].values
Xa_train, Xa_test, ya_train, ya_test = train_test_split(Xa, ya, test_size=1/3, random_state=0)
# %%
regressor = LinearRegression()
regressor.fit(Xa_train, ya_train)
ya_pred = regressor.predict(Xa_test)
print(r2_score(ya_test, ya_pred))
# %% [markdown]
# ## Part 2 : students pass / fail
# %%
X = red[['sex', 'age', 'studytime', 'failures', 'absences']]
X_train, X_test, y_train, y_test = train_test_split(X, red['passed'], test_size=0.2, random_state=0)
# %%
classifier = RandomForestClassifier(n_estimators=100, criterion='entropy', random_state=0)
classifier.fit(X_train, y_train)
print(accuracy_score(y_test, classifier.predict(X_test)))
