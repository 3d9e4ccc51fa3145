# expected: clean
# found: clean
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras import Sequential, layers
gen = ImageDataGenerator(rescale=1. / 255, horizontal_flip=True, validation_split=0.2)
train_gen = gen.flow_from_directory('photos', target_size=(64, 64), subset='training')
val_gen = gen.flow_from_directory('photos', target_size=(64, 64), subset='validation')
model = Sequential([layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(1)])
model.compile('adam', 'binary_crossentropy', metrics=['accuracy'])
model.fit(train_gen, epochs=10, validation_data=val_gen)
model.evaluate(val_gen)
