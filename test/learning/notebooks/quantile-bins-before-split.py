# expected: preprocessing
# found: preprocessing 7:17
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import CategoricalNB
df = pd.read_csv('age.csv')
df['age_bin'] = pd.qcut(df['age'], 4, labels=False)
X_train, X_test, y_train, y_test = train_test_split(df[['age_bin']], df['y'])
nb = CategoricalNB()
nb.fit(X_train, y_train)
print(nb.score(X_test, y_test))
