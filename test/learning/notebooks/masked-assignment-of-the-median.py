# expected: preprocessing
# found: preprocessing 7:37
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
df = pd.read_csv('train.csv')
df.loc[df['Age'].isnull(), 'Age'] = df['Age'].median()
X_train, X_test, y_train, y_test = train_test_split(df[['Age', 'Fare']], df['Survived'])
lr = LogisticRegression().fit(X_train, y_train)
print(lr.score(X_test, y_test))
