# expected: preprocessing
# found: preprocessing 11:1
import pandas as pd
from tensorflow.keras.preprocessing.text import Tokenizer
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Embedding, LSTM, Dense
from sklearn.model_selection import train_test_split
tweets = pd.read_csv('tweets.csv')
tokenizer = Tokenizer(num_words=2000, split=' ')
tokenizer.fit_on_texts(tweets['text'].values)
X = tokenizer.texts_to_sequences(tweets['text'].values)
X = pad_sequences(X)
Y = pd.get_dummies(tweets['sentiment']).values
X_train, X_test, Y_train, Y_test = train_test_split(X, Y, test_size=0.33, random_state=42)
model = Sequential()
model.add(Embedding(2000, 128, input_length=X.shape[1]))
model.add(LSTM(196))
model.add(Dense(2, activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(X_train, Y_train, epochs=7, batch_size=32)
score, acc = model.evaluate(X_test, Y_test, verbose=2)
