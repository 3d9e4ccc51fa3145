# expected: preprocessing
# found: preprocessing 35:40
# %% [markdown]
# # My first kaggle kernel - Titanic
# Any feedback is welcome! Please upvote if you like it :)

# %%
import numpy as np # linear algebra
import pandas as pd # data processing, CSV file I/O (e.g. pd.read_csv)
import matplotlib.pyplot as plt
import seaborn as sns
%matplotlib inline

import os
print(os.listdir("../input"))

# %%
titanic = pd.read_csv('../input/train.csv')
titanic.head()

# %%
titanic.info()

# %%
titanic.isnull().sum()

# %%
sns.countplot(x='Survived', hue='Sex', data=titanic)

# %%
titanic['Age'].hist(bins=30, color='darkred', alpha=0.7)

# %%
titanic.drop(['Cabin', 'Ticket', 'Name', 'PassengerId'], axis=1, inplace=True)
titanic['Age'] = titanic['Age'].fillna(titanic['Age'].median())
titanic.dropna(inplace=True)

# %%
sns.heatmap(titanic.isnull(), yticklabels=False, cbar=False, cmap='viridis')

# %%
titanic['Sex'] = titanic['Sex'].map({'male': 0, 'female': 1})
embark = pd.get_dummies(titanic['Embarked'], drop_first=True)
titanic = pd.concat([titanic.drop('Embarked', axis=1), embark], axis=1)
titanic.head()

# %%
from sklearn.model_selection import train_test_split
X = titanic.drop('Survived', axis=1)
y = titanic['Survived']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.30, random_state=101)

# %%
from sklearn.linear_model import LogisticRegression
logmodel = LogisticRegression()
logmodel.fit(X_train, y_train)

# %%
predictions = logmodel.predict(X_test)

# %%
from sklearn.metrics import classification_report, confusion_matrix
print(classification_report(y_test, predictions))
print(confusion_matrix(y_test, predictions))

# %%
logmodel.score(X_test, y_test)
