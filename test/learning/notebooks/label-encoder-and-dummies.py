# expected: clean
# found: clean
import pandas as pd
from sklearn.preprocessing import LabelEncoder, OneHotEncoder
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv('mushrooms.csv')
le = LabelEncoder()
for col in df.columns:
    df[col] = le.fit_transform(df[col])
y = df['class']
X = pd.get_dummies(df.drop('class', axis=1))
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
dt = DecisionTreeClassifier()
dt.fit(X_train, y_train)
print(dt.score(X_test, y_test))
