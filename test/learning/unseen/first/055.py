# expected: clean
# found: clean
# undecided: preprocessing
# %%
import numpy as np
import pandas as pd
from sklearn import preprocessing
from sklearn.tree import DecisionTreeClassifier, plot_tree
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score, confusion_matrix
import matplotlib.pyplot as plt

# %%
df = pd.read_csv('car_evaluation.csv', header=None)
df.columns = ['buying', 'maint', 'doors', 'persons', 'lug_boot', 'safety', 'class']
df.head()

# %%
for col in df.columns:
    print(df[col].value_counts())

# %%
df.isnull().sum()

# %%
for col in df.columns:
    le = preprocessing.LabelEncoder()
    df[col] = le.fit_transform(df[col])
df.head()

# %%
X = df.drop(['class'], axis=1)
y = df['class']
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.33, random_state=42)
X_train.shape, X_test.shape

# %%
clf_gini = DecisionTreeClassifier(criterion='gini', max_depth=6, random_state=0)
clf_gini.fit(X_train, y_train)

# %%
y_pred_gini = clf_gini.predict(X_test)
print('Model accuracy score with criterion gini index: {0:0.4f}'.format(accuracy_score(y_test, y_pred_gini)))

# %%
y_pred_train_gini = clf_gini.predict(X_train)
print('Training-set accuracy score: {0:0.4f}'.format(accuracy_score(y_train, y_pred_train_gini)))
print('Training set score: {:.4f}'.format(clf_gini.score(X_train, y_train)))
print('Test set score: {:.4f}'.format(clf_gini.score(X_test, y_test)))

# %%
plt.figure(figsize=(12, 8))
plot_tree(clf_gini.fit(X_train, y_train))

# %%
cm = confusion_matrix(y_test, y_pred_gini)
print('Confusion matrix\n\n', cm)
